'use server'
import { action } from '@/lib/request/action'
import { newView, oneView, viewName } from '@/lib/views/params'
import { deleteView, renameView, saveView } from '@/lib/views/store'

export const keepView = action(
  { permission: 'preferences.write', schema: newView },
  (view, access) => saveView(access, view),
)

export const nameView = action(
  { permission: 'preferences.write', schema: viewName },
  (view, access) => renameView(access, view),
)

export const forgetView = action(
  { permission: 'preferences.write', schema: oneView },
  ({ viewId }, access) => deleteView(access, viewId),
)
