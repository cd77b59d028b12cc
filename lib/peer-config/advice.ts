import type { Finding } from '@/lib/connection-form/rules/rule'
import { gatewayOf, type Surroundings } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { message } from '@/lib/i18n/message'
import { answersOf, type Device } from '@/lib/peer-config/device'
import { deviceOf } from '@/lib/peer-config/device-tag'
import { peerOfForm } from '@/lib/peer-config/from-form'
import { endingOn } from '@/lib/peer-config/peer'

const loaded = new Map<string, Device>()

/**
 * What the devices of the chosen customer gateways cannot do, at the fields of a form that creates a connection. All of it
 * is advice: the cloud takes the connection, and what a tag says of a device may be old. A device that has to be brought
 * first says nothing; `again` is called when it is there.
 */
export function adviceOfDevices(
  form: { connection?: ConnectionValues; resource?: { kind: string } },
  known: Surroundings,
  again: () => void,
): ReadonlyMap<string, Finding> {
  const { connection, resource } = form
  if (!connection || resource?.kind === 'select') return new Map()
  const peer = peerOfForm(connection, known, '')
  const entries = activeTunnels(connection).map(({ customerGatewayId }) =>
    deviceOf(gatewayOf(known, customerGatewayId)),
  )
  const findings = entries.flatMap((entry, index) => {
    if (!entry) return []
    const device = loaded.get(entry.id)
    if (!device) {
      void entry.load().then((brought) => {
        loaded.set(entry.id, brought)
        again()
      })
      return []
    }
    const own = endingOn(peer, ({ number }) => entries[number - 1] === entry)
    return (
      device
        .limits(own, answersOf(device.questions, {}))
        .filter(({ path }) => !path.startsWith('tunnels.') || path.startsWith(`tunnels.${index}.`))
        // Two gateways of one kind may be two devices: each has its own AS.
        .filter(({ path }) => !path.endsWith('.customerGatewayId'))
        .map(toFinding)
    )
  })
  return new Map(findings.map((finding) => [finding.path, finding]))
}

function toFinding({
  path,
  message: text,
  instead,
}: ReturnType<Device['limits']>[number]): Finding {
  const field = `connection.${path}`
  return {
    rule: 'device',
    severity: 'warning',
    path: field,
    message: text,
    ...(instead !== undefined && {
      fix: { label: message('fix.use', { value: instead }), set: { [field]: instead } },
    }),
  }
}
