import type { Machine } from './machine'

/** Starts FRR in a machine with the frr.conf that lies there. */
export async function startFrr(machine: Machine): Promise<void> {
  const log = `${machine.folder}/log`
  for (const daemon of ['zebra', 'staticd', 'bgpd'])
    await machine.must(
      `/usr/lib/frr/${daemon} -d -f /etc/frr/frr.conf --log file:${log}/${daemon}.log`,
    )
}
