import type { Device } from '@/lib/peer-config/device'

/** A device in the list. Its text comes when it is chosen: the form does not wait for fourteen of them. */
export interface DeviceEntry {
  id: string
  name: string
  /** `daemon`: the proofs run the text against the real program. `documents`: written from documentation alone. */
  proof: 'daemon' | 'documents'
  load: () => Promise<Device>
}

/** Every kind of device that has a text. A new one is a folder and a line here. */
export const DEVICES = [
  entry(
    'strongswan',
    'strongSwan (swanctl.conf)',
    'daemon',
    async () => (await import('./strongswan/device')).strongswan,
  ),
  entry(
    'ipsec-conf',
    'strongSwan (ipsec.conf)',
    'daemon',
    async () => (await import('./ipsec-conf/device')).ipsecConf,
  ),
  entry('frr', 'FRR (BGP)', 'daemon', async () => (await import('./frr/device')).frr),
  entry('ios-xe', 'Cisco IOS-XE', 'documents', async () => (await import('./ios-xe/device')).iosXe),
  entry('asa', 'Cisco ASA', 'documents', async () => (await import('./asa/device')).asa),
  entry('srx', 'Juniper SRX', 'documents', async () => (await import('./srx/device')).srx),
  entry(
    'fortios',
    'Fortinet FortiOS',
    'documents',
    async () => (await import('./fortios/device')).fortios,
  ),
  entry(
    'pan-os',
    'Palo Alto PAN-OS',
    'documents',
    async () => (await import('./pan-os/device')).panOs,
  ),
  entry('usg', 'Huawei USG', 'documents', async () => (await import('./usg/device')).usg),
  entry(
    'comware',
    'H3C Comware',
    'documents',
    async () => (await import('./comware/device')).comware,
  ),
  entry(
    'routeros',
    'MikroTik RouterOS 7',
    'documents',
    async () => (await import('./routeros/device')).routerOs,
  ),
  entry('vyos', 'VyOS', 'documents', async () => (await import('./vyos/device')).vyos),
  entry(
    'pfsense',
    'pfSense, OPNsense',
    'documents',
    async () => (await import('./pfsense/device')).pfsense,
  ),
  entry(
    'sheet',
    'Parameter sheet',
    'documents',
    async () => (await import('./sheet/device')).genericSheet,
  ),
] as const

function entry(
  id: string,
  name: string,
  proof: DeviceEntry['proof'],
  load: DeviceEntry['load'],
): DeviceEntry {
  return { id, name, proof, load }
}
