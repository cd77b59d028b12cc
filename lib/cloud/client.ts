import 'server-only'
import type { z } from 'zod'

import { mustLieWithin, mustReachAll } from '@/lib/cloud/limits'
import type {
  Cbn,
  CbnOperation,
  ResourceManagerOperation,
  Vpc,
  VpcOperation,
} from '@/lib/cloud/operations'
import type { Fields, RequestOf, SubjectOf } from '@/lib/cloud/request'
import { sendCbn, sendResourceManager, sendVpc } from '@/lib/cloud/send'
import type { Access } from '@/lib/people/access'

/** What a write needs beside its input: a token fixed per operation and step, so that a repeat has no second effect. */
export interface Write {
  clientToken: string
  /** Only check: everything is validated, nothing happens, ids come back empty. */
  dryRun?: boolean
}

/**
 * Calls an operation of Cloud Enterprise Network, if what it names lies within the limits of whoever asks. A write says
 * by which property it names its object. @throws CloudError, AccessError `OutsideLimits`
 */
export async function callCbn<Name extends CbnOperation, Value>(
  access: Access,
  name: Name,
  fields: Fields<RequestOf<Cbn, Name>>,
  schema: z.ZodType<Value, unknown>,
  ...subject: SubjectOf<Cbn, Name>
): Promise<Value> {
  // What they make lies outside of every limit to what there is.
  if (name === 'createCen') mustReachAll(access, 'cenIds')
  if (name === 'openTransitRouterService') mustReachAll(access, 'cenIds', 'regionIds')
  await mustLieWithin(access, fields)
  return await sendCbn(access, name, fields, schema, ...subject)
}

/**
 * Calls an operation of the VPC service (VPN included) in a region, as `callCbn`.
 * @throws CloudError, AccessError `OutsideLimits`
 */
export async function callVpc<Name extends VpcOperation, Value>(
  access: Access,
  regionId: string,
  name: Name,
  fields: Fields<RequestOf<Vpc, Name>>,
  schema: z.ZodType<Value, unknown>,
  ...subject: SubjectOf<Vpc, Name>
): Promise<Value> {
  // The list of all regions is asked of one of them, and lies in none.
  await mustLieWithin(access, name === 'describeRegions' ? fields : { ...fields, regionId })
  return await sendVpc(access, regionId, name, fields, schema, ...subject)
}

/** Calls a read of Resource Management, as `callCbn`: what it names lies in no region. @throws CloudError, AccessError `OutsideLimits` */
export async function callResourceManager<Value>(
  access: Access,
  action: ResourceManagerOperation,
  query: Record<string, string>,
  schema: z.ZodType<Value, unknown>,
): Promise<Value> {
  await mustLieWithin(access, query)
  return await sendResourceManager(access, action, query, schema)
}
