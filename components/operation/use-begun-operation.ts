'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { noticeMemory } from '@/lib/notices/memory'

/** Lets the notices follow an operation that this page has just begun, however soon it ends. */
export function useBegunOperation(operationId: string | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!operationId) return
    noticeMemory.shown(operationId)
    void queries.invalidateQueries({ queryKey: ['ListOperations'] })
  }, [operationId, queries])
}
