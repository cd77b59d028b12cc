import { weaknessOf } from '@/lib/connection-form/weakness'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** The algorithms of a connection that no new tunnel should use, each once. */
export const weakAlgorithmsOf = ({ tunnels }: IpsecConnection): string[] => [
  ...new Set(
    tunnels
      .flatMap(({ ike, ipsec }) => [
        ike.ikeEncAlg,
        ike.ikeAuthAlg,
        ike.ikePfs,
        ipsec.ipsecEncAlg,
        ipsec.ipsecAuthAlg,
        ipsec.ipsecPfs,
      ])
      .filter((algorithm) => weaknessOf(algorithm) !== undefined),
  ),
]
