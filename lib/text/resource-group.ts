import { message } from '@/lib/i18n/message'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/** The id of a resource group, `rg-` and what Alibaba makes of it. */
export const parseResourceGroup = (text: string): Parsed<string> =>
  /^rg-[a-z0-9]{1,64}$/.test(text) ? valid(text) : invalid(message('resourceGroup.format'))
