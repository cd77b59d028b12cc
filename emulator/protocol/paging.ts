import { fail } from './errors'

/** One page by number, with what VPC and CBN Describe calls echo. */
export function pageOf<T>(items: readonly T[], params: { PageNumber: number; PageSize: number }) {
  const start = (params.PageNumber - 1) * params.PageSize
  return {
    items: items.slice(start, start + params.PageSize),
    echo: {
      PageNumber: params.PageNumber,
      PageSize: params.PageSize,
      TotalCount: items.length,
    },
  }
}

/** One page after a token, with what CBN List calls echo. The token is opaque to callers; the last page has none. */
export function nextPageOf<T>(
  items: readonly T[],
  params: { MaxResults: number; NextToken?: string | undefined },
) {
  const start = params.NextToken ? decode(params.NextToken) : 0
  const end = start + params.MaxResults
  return {
    items: items.slice(start, end),
    echo: {
      MaxResults: params.MaxResults,
      TotalCount: items.length,
      ...(end < items.length && { NextToken: encode(end) }),
    },
  }
}

function encode(start: number): string {
  return Buffer.from(`from:${start}`).toString('base64url')
}

function decode(token: string): number {
  const match = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString())
  return match
    ? Number(match[1])
    : fail('InvalidParameter', 'The parameter NextToken is not valid.')
}
