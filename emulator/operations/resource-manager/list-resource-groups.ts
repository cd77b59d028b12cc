import { z } from 'zod'

import { defaultResourceGroup } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, text, whole } from '../../protocol/parameters'

/** What every account has, by id: identifier and display name. */
const groups = [
  [defaultResourceGroup, 'default', 'default resource group'],
  ['rg-aekz0production', 'production', 'Production'],
  ['rg-aekz00000000lab', 'lab', 'Lab'],
] as const

export const ListResourceGroups = operation(
  z.object({
    // Alibaba: ListResourceGroups, PageSize: 1 to 100, 10 by default.
    PageNumber: whole(1).default(1),
    PageSize: whole(1, 100).default(10),
    Status: choice(['Creating', 'OK', 'PendingDelete']).optional(),
    ResourceGroupId: text().optional(),
  }),
  (params, { account }) => {
    const { Status = 'OK', ResourceGroupId } = params
    const known = groups.filter(([id]) => Status === 'OK' && (ResourceGroupId ?? id) === id)
    const { items, echo } = pageOf(known, params)
    return {
      ...echo,
      ResourceGroups: {
        ResourceGroup: items.map(([Id, Name, DisplayName]) => ({
          Id,
          Name,
          DisplayName,
          Status: 'OK',
          AccountId: String(account.uid),
          CreateDate: '2021-06-16T10:16:07+08:00',
        })),
      },
    }
  },
)
