import { CreateCen } from './cbn/create-cen'
import { DescribeCens } from './cbn/describe-cens'

/** The operations of CBN 2017-09-12, by action name. */
export const cbn = {
  CreateCen,
  DescribeCens,
}
