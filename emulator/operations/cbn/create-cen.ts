import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { description, name, protectionLevel, tags, token } from '../../protocol/parameters'
import { newId } from '../../state/ids'

export const CreateCen = operation(
  z.object({
    ...token,
    Name: name().default(''),
    Description: description().default(''),
    ProtectionLevel: protectionLevel().default('REDUCED'),
    Tag: tags().default([]),
  }),
  (params, { state, account, now, schedule }) => {
    const id = newId('cen')
    state.cens.put({
      id,
      owner: account.uid,
      Name: params.Name,
      Description: params.Description,
      Status: 'Creating',
      ResourceGroupId: 'rg-acfm000000000000',
      ProtectionLevel: params.ProtectionLevel,
      createdAt: now,
      tags: params.Tag,
    })
    schedule('cenCreated', id)
    return { CenId: id }
  },
)
