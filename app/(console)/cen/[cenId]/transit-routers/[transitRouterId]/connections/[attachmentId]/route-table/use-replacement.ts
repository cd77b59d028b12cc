'use client'
import { useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { placeOf } from '@/lib/attachments/place'
import { answerOf } from '@/lib/failure/in-browser'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure } from '@/lib/request/result'

import { beginReplacement } from './actions'
import { useFollowed } from './followed-operation'

interface Replacement {
  from: string
  to: string
  reviewed: { now: string; after: string }
}

/** Begins to replace the associated table and hands the operation to the panel, which follows it. */
export function useReplacement() {
  const { attachment, router } = useOpenAttachment()
  const { follow } = useFollowed()
  const [operationId, setOperationId] = useState(newOperationId)
  const [pending, setPending] = useState(false)
  const [changed, setChanged] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const forget = () => {
    setFailure(undefined)
    setChanged(false)
  }

  async function begin({ from, to, reviewed }: Replacement) {
    setPending(true)
    forget()
    const result = await answerOf(() =>
      beginReplacement({
        operationId,
        attachment: placeOf(attachment, router),
        from,
        to,
        reviewed,
      }),
    )
    setPending(false)
    if (!result.ok) {
      setFailure(result)
      return 'failed'
    }
    if (result.value.changed) {
      setChanged(true)
      return 'changed'
    }
    follow({ operationId, kind: 'replace', from, to })
    // The next change is an operation of its own.
    setOperationId(newOperationId())
    return 'begun'
  }

  return { begin, pending, changed, failure, forget }
}
