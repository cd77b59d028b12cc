import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { listVpnAttachments, updateVpnAttachment } from '@/lib/attachments/cloud'
import { deletionOf } from '@/lib/attachments/delete-operation'
import { deletePlan } from '@/lib/attachments/test/plans'
import { ACCESS } from '@/lib/attachments/test/sample'

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(0))
})

beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const routerOf = ({ cenId, regionId, transitRouterId }: Deletion['attachment']) => ({
  cenId,
  regionId,
  transitRouterId,
})

type Deletion = Awaited<ReturnType<typeof deletionOf>>

/** What a page sends of an attachment of the sample world, as it is there. */
async function reviewedSample() {
  const { attachment, reviewed, vpnConnectionId } = (await deletePlan()).given.input as Deletion
  return { sent: { attachment, reviewed, withConnection: true }, vpnConnectionId }
}

test('which connection goes, its name and the ids of its routes are read from the cloud, whatever the page sent', async () => {
  const { sent, vpnConnectionId } = await reviewedSample()
  const [other] = (await listVpnAttachments(ACCESS, routerOf(sent.attachment)))
    .map(({ resourceId }) => resourceId)
    .filter((id) => id !== vpnConnectionId)
  const lies = {
    ...sent,
    vpnConnectionId: other,
    subject: 'something harmless',
    reviewed: {
      ...sent.reviewed,
      routes: sent.reviewed.routes.map((route) => ({ ...route, routeEntryId: 'rte-of-another' })),
    },
  }
  const deletion = await deletionOf(ACCESS, lies)
  expect(deletion.vpnConnectionId).toBe(vpnConnectionId)
  expect(deletion.reviewed).toEqual(sent.reviewed)
  expect(deletion.subject).not.toBe('something harmless')
  expect(await deletionOf(ACCESS, { ...lies, withConnection: false })).not.toHaveProperty(
    'vpnConnectionId',
  )
})

test('anything that was reviewed and is not so begins nothing', async () => {
  const { sent } = await reviewedSample()
  const { attachment, reviewed } = sent
  const [route] = reviewed.routes
  for (const wrong of [
    { ...sent, reviewed: { ...reviewed, status: 'Detaching' } },
    { ...sent, reviewed: { ...reviewed, routes: [] } },
    {
      ...sent,
      reviewed: {
        ...reviewed,
        routes: [...reviewed.routes, { ...route!, destination: '0.0.0.0/0' }],
      },
    },
    { ...sent, reviewed: { ...reviewed, associations: ['vtb-of-another'] } },
    { ...sent, reviewed: { ...reviewed, propagations: [] } },
    { ...sent, attachment: { ...attachment, transitRouterAttachmentId: 'tr-attach-nothere0000' } },
  ])
    await expect(deletionOf(ACCESS, wrong)).rejects.toMatchObject({
      code: 'ReviewOutdated',
      outcome: 'refused',
    })
  expect((await emulator.calls()).filter(({ action }) => action.startsWith('Delete'))).toEqual([])
})

test('a name that turns the direction of the text is shown with its marks named', async () => {
  const { sent } = await reviewedSample()
  const { transitRouterAttachmentId } = sent.attachment
  await updateVpnAttachment(
    ACCESS,
    { transitRouterAttachmentId, transitRouterAttachmentName: 'edge\u202Egpj.exe' },
    { clientToken: 'marks' },
  )
  const deletion = await deletionOf(ACCESS, sent)
  expect(deletion.subject).toBe('edge[U+202E]gpj.exe')
})
