/** The devices whose running configuration can be read, and the commands that print it. */
export const READABLE = {
  strongswan: {
    name: 'strongSwan (swanctl.conf)',
    commands: ['cat /etc/swanctl/conf.d/*.conf /etc/frr/frr.conf', 'ip -4 addr'],
    load: async () => (await import('./swanctl')).readSwanctl,
  },
  'ios-xe': {
    name: 'Cisco IOS-XE',
    commands: ['show running-config | section crypto|Tunnel|bgp|access-list'],
    load: async () => (await import('./ios-xe')).readIosXe,
  },
  fortios: {
    name: 'Fortinet FortiOS',
    commands: [
      'show full-configuration vpn ipsec phase1-interface',
      'show full-configuration vpn ipsec phase2-interface',
      'show full-configuration system interface',
      'show full-configuration router bgp',
    ],
    load: async () => (await import('./fortios')).readFortios,
  },
  vyos: {
    name: 'VyOS',
    commands: ["show configuration commands | match 'ipsec|vti|bgp'"],
    load: async () => (await import('./vyos')).readVyos,
  },
} as const
export type ReadableId = keyof typeof READABLE

/** Whether a running configuration of a device can be read. */
export const isReadable = (id: string): id is ReadableId => Object.hasOwn(READABLE, id)
