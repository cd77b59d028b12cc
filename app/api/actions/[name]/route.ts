import { written } from '@/app/(console)/written-by-scripts'
import { answerScript } from '@/lib/request/script'

interface Context {
  params: Promise<{ name: string }>
}

/** Does what an action of a page does, for a script that shows its token. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { name } = await params
  const found = Object.entries(written).find(([known]) => known === name)
  return await answerScript(request, found?.[1][0])
}
