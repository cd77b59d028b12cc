import { below, every, only, told, type Told } from './told'

/** The BGP of an frr.conf, one for each neighbour. eBGP needs a route map in each direction. */
export function readFrr(text: string): Told[] {
  const asn = only(text, /^router bgp (\d+)$/)
  const router = below(text, `router bgp ${asn}`)
  return every(router, /^ neighbor (\S+) remote-as/).map((neighbor) => {
    const of = (what: RegExp) =>
      only(router, new RegExp(`^ +neighbor ${neighbor.replaceAll('.', '\\.')} ${what.source}`))
    const map = of(/route-map (\S+) out$/)
    const list = only(
      below(text, `route-map ${map} permit 10`),
      /match ip address prefix-list (\S+)$/,
    )
    const networks = every(router, /^ {2}network (\S+)$/)
    const permitted = every(text, new RegExp(`^ip prefix-list ${list} seq \\d+ permit (\\S+)$`))
    const held = every(text, /^ip route (\S+) Null0 254$/)
    for (const network of networks)
      if (!permitted.includes(network) || !held.includes(network))
        throw new Error(`${network} is not announced`)
    if (of(/route-map (\S+) in$/) === undefined) throw new Error('nothing comes in')
    if (of(/(activate)$/) === undefined) throw new Error('not active')
    return told({
      asn,
      neighbor,
      neighborAsn: of(/remote-as (\d+)$/),
      hold: of(/timers 10 (\d+)$/),
      announced: permitted,
    })
  })
}
