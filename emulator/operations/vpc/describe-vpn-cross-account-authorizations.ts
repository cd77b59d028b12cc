import { z } from 'zod'

import { operation } from '../../operation'
import { pageOf } from '../../paging'
import { pages, token } from '../../parameters'
import { connectionOf } from '../../vpc-lookups'
import { vcoId } from '../../vpc-parameters'

export const DescribeVpnCrossAccountAuthorizations = operation(
  z.object({ ...token, ...vcoId, ...pages }),
  (params, context) => {
    const { id, owner } = connectionOf(context, params)
    const grants = context.state.grants.where(({ InstanceId }) => InstanceId === id)
    const { items, echo } = pageOf(grants, params)
    return {
      ...echo,
      CrossAccountAuthorizations: items.map((grant) => ({
        VpnConnectionId: id,
        AliUid: owner,
        BindProduct: 'CEN',
        BindInstance: grant.CenId,
        BindUid: grant.CenOwnerId,
        // The page says seconds, its sample has milliseconds.
        CreationTime: grant.createdAt,
      })),
    }
  },
)
