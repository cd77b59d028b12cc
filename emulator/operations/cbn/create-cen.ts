import { z } from 'zod'

import { newId } from '../../ids'
import { operation } from '../../operation'
import { choice, description, name, tags, token } from '../../parameters'

export const CreateCen = operation(
  z.object({
    ...token,
    Name: name().default(''),
    Description: description().default(''),
    ProtectionLevel: choice(['REDUCED']).default('REDUCED'),
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
      createdAt: now,
      tags: params.Tag,
    })
    schedule('cenCreated', id)
    return { CenId: id }
  },
)
