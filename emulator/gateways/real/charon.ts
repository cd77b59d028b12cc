import { join } from 'node:path'

import type { Machine } from './machine'
import { type IkeSa, listSas } from './vici'

/**
 * charon with ESP in the program itself, over one TUN interface: kernels without XFRM, and namespaces of any machine, will do.
 * What libipsec routes comes after the main table, so that BGP and static routes win.
 */
const settings = (log: string, control: 'vici' | 'stroke') => `
charon {
  load_modular = no
  load = random nonce drbg aes sha1 sha2 md5 hmac kdf openssl gmp pem pkcs1 x509 pubkey constraints revocation kernel-libipsec kernel-netlink socket-default vici ${control === 'stroke' ? 'stroke ' : ''}updown
  install_routes = no
  routing_table = 220
  routing_table_prio = 40000
  i_dont_care_about_security_and_use_aggressive_mode_psk = yes
  retransmit_tries = 2
  retransmit_timeout = 1.0
  retransmit_base = 1.5
  filelog {
    main {
      path = ${log}
      time_format = %FT%T
      time_add_ms = yes
      flush_line = yes
      default = 1
      ike = 2
      cfg = 2
    }
  }
  plugins {
    vici {
      socket = unix:///run/charon.vici
    }
    openssl {
      load_legacy = yes
    }
  }
}
swanctl {
  load = pem pkcs1 x509 revocation constraints pubkey openssl random
}
include strongswan.d/cen-*.conf
`

/** The interface that libipsec gives every charon: all of its tunnels go through it. */
export const TUNNEL_INTERFACE = 'ipsec0'

/** Where charon writes what it does, as seen from outside. */
export const logOf = ({ folder }: Machine): string => join(folder, 'log/charon.log')

/** The socket of a machine's charon, as seen from outside. */
const socketOf = ({ pid }: Machine): string => `/proc/${pid}/root/run/charon.vici`

/** Starts charon in a machine and waits until it listens; with `stroke` by the old starter, which reads ipsec.conf. */
export async function startCharon(
  machine: Machine,
  control: 'vici' | 'stroke' = 'vici',
): Promise<void> {
  machine.write('/etc/strongswan.conf', settings(logOf(machine), control))
  machine.keep(control === 'vici' ? ['/usr/lib/ipsec/charon'] : ['ipsec', 'start', '--nofork'])
  await machine.must(
    `for i in $(seq 500); do [ -S /run/charon.vici ] && ip link show ${TUNNEL_INTERFACE} >/dev/null 2>&1 && exit 0; sleep 0.02; done; exit 1`,
  )
}

/**
 * Loads all of /etc/swanctl. @throws where a part was refused: swanctl itself ends well after a syntax error, which
 * unloads every connection.
 */
export async function loadAll(machine: Machine): Promise<void> {
  const { code, out } = await machine.run(['swanctl', '--load-all'])
  if (code !== 0 || /invalid config file|failed to load|parse error/i.test(out))
    throw new Error(out)
}

export const sasOf = (machine: Machine): Promise<IkeSa[]> => listSas(socketOf(machine))

/** The IKE SA of a connection that has come up with a child, if there is one. */
export const upSa = (sas: readonly IkeSa[], name: string): IkeSa | undefined =>
  sas.find(
    (sa) =>
      sa.name === name &&
      sa.state === 'ESTABLISHED' &&
      sa.children.some(({ state }) => state === 'INSTALLED'),
  )
