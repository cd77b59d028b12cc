'use client'
import { createContext, use } from 'react'

import type { Attachment } from '@/lib/attachments/schema'
import type { TransitRouter } from '@/lib/transit-routers/schema'

interface OpenAttachment {
  attachment: Attachment
  router: TransitRouter
}

const OpenAttachmentContext = createContext<OpenAttachment | undefined>(undefined)

export const OpenAttachmentProvider = OpenAttachmentContext

/** The attachment the panel shows, and the router it belongs to. */
export function useOpenAttachment(): OpenAttachment {
  const open = use(OpenAttachmentContext)
  if (!open) throw new Error('There is no attachment outside its panel.')
  return open
}

/** The parameter of the address that says to which route table a change is being looked at. */
export const MODIFY = 'modify'
