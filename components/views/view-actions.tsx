'use client'
import { createContext, type ReactNode } from 'react'

import type { ViewActions } from '@/lib/views/schema'

export const ViewActionsContext = createContext<ViewActions | undefined>(undefined)

/** Gives the tables below it the way to keep a view. Apart from what draws it: a page without a table does without that script. */
export const ViewActionsProvider = ({
  actions,
  children,
}: {
  actions: ViewActions
  children: ReactNode
}) => <ViewActionsContext value={actions}>{children}</ViewActionsContext>
