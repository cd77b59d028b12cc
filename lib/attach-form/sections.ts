import { CONNECTION_SECTIONS, type Sections } from '@/lib/connection-form/sections'

/** The sections of the attach form: those of the connection, and what attaching asks besides. */
export const ATTACH_FORM_SECTIONS = {
  ...CONNECTION_SECTIONS,
  basic: [
    'regionId',
    'transitRouterId',
    'owner',
    'resource',
    'transitRouterAttachmentName',
    'transitRouterAttachmentDescription',
    'tag',
    'zoneId',
    ...CONNECTION_SECTIONS.basic,
  ],
  advanced: ['advanced'],
} as const satisfies Sections
