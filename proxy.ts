import { timingSafeEqual } from 'node:crypto'

import { type NextRequest, NextResponse } from 'next/server'

import { env } from '@/lib/process/env'
import { GATE_SECRET_HEADER } from '@/lib/request/security-headers'

/** Stands before every path: only the gate may ask, and it has made the headers that Next trusts. */
export function proxy(request: NextRequest): NextResponse {
  if (isSecret(request.headers.get(GATE_SECRET_HEADER))) return NextResponse.next()
  return new NextResponse('This port is for the gate of the console only.', { status: 403 })
}

function isSecret(given: string | null): boolean {
  const own = Buffer.from(env.GATE_SECRET ?? '')
  const other = Buffer.from(given ?? '')
  return own.length > 0 && own.length === other.length && timingSafeEqual(own, other)
}
