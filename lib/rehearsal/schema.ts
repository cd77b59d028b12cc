import { z } from 'zod'

/** What a site can have wrong with it, to practise. */
export const BREAKAGES = ['key', 'group', 'silent', 'asn'] as const
export type Breakage = (typeof BREAKAGES)[number]

const site = z.object({
  connectionId: z.string(),
  name: z.string(),
  tunnels: z.array(
    z.object({ Status: z.string(), BgpStatus: z.string(), learned: z.array(z.string()) }),
  ),
  broken: z.enum(BREAKAGES).optional(),
  hosts: z.array(z.string()),
  far: z.array(z.string()),
  packets: z.object({ in: z.number(), out: z.number() }),
})

export const siteList = z.object({ sites: z.array(site) })
/** A site of a rehearsal: the other end of a connection, run on this machine. */
export type RehearsalSite = z.infer<typeof site>

/** Which hosts of the VPCs the site reached, and which reached it. */
export const pingResult = z.object({
  hosts: z.array(z.object({ host: z.string(), there: z.boolean(), back: z.boolean() })),
})
export type PingResult = z.infer<typeof pingResult>['hosts']
