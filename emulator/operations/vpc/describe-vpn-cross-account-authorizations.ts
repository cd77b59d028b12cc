import { z } from 'zod'

import { connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { pages, token } from '../../protocol/parameters'

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
