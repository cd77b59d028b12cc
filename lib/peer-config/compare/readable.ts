/** The devices whose running configuration can be read, and the command that prints it. */
export const READABLE = {
  strongswan: {
    name: 'strongSwan (swanctl.conf)',
    command: 'cat /etc/swanctl/conf.d/*.conf',
    load: async () => (await import('./swanctl')).readSwanctl,
  },
  'ios-xe': {
    name: 'Cisco IOS-XE',
    command: 'show running-config | section crypto|Tunnel|bgp|access-list',
    load: async () => (await import('./ios-xe')).readIosXe,
  },
  fortios: {
    name: 'Fortinet FortiOS',
    command: 'show full-configuration vpn ipsec phase1-interface',
    load: async () => (await import('./fortios')).readFortios,
  },
  vyos: {
    name: 'VyOS',
    command: "show configuration commands | match 'ipsec|vti|bgp'",
    load: async () => (await import('./vyos')).readVyos,
  },
} as const
export type ReadableId = keyof typeof READABLE

/** Whether a running configuration of a device can be read. */
export const isReadable = (id: string): id is ReadableId => Object.hasOwn(READABLE, id)
