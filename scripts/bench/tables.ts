const CEN = 'cen-c7552q19cnvv7ptjlw'
const ROUTER = 'tr-31bdalhkvzav8stsmf'

/** Fills two route tables of the sample world, one with 100 routes and one with 10 000, and gives their pages. */
export async function tablesOfRoutes(
  console: string,
  emulator: string,
): Promise<{ few: string; many: string }> {
  const answer = await fetch(`${console}/api/route-tables?transitRouterId=${ROUTER}`)
  const tables = (await answer.json()) as { transitRouterRouteTableId: string }[]
  const [few = '', many = ''] = tables.slice(-2).map((table) => table.transitRouterRouteTableId)
  for (const [table, count] of [
    [few, 100],
    [many, 10_000],
  ] as const)
    await fetch(`${emulator}/_emulator/route-tables/${table}/routes`, {
      method: 'POST',
      body: JSON.stringify({ count }),
    })
  const page = (table: string) =>
    `${console}/cen/${CEN}/transit-routers/${ROUTER}/route-tables/${table}`
  return { few: page(few), many: page(many) }
}
