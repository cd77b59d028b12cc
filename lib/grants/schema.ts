/** Who pays for an attachment across accounts. */
export type OrderType = 'PayByCenOwner' | 'PayByResourceOwner'

/** The owner of an instance lets the CEN of another account attach it. */
export interface Grant {
  cenId: string
  cenOwnerId: string
  childInstanceId: string
  /** Empty in the list seen by the instance's owner: it is the caller. */
  childInstanceOwnerId: string
  childInstanceRegionId: string
  childInstanceType: string
  orderType: string
  effectiveOrderType: string
  createTime: string
}

export interface NewGrant {
  regionId: string
  /** The IPsec connection, `vco-…`. */
  instanceId: string
  cenId: string
  cenOwnerId: string
  orderType: OrderType
}

/** What the owner of an IPsec connection sees: which account and CEN may use it. */
export interface CrossAccountAuthorization {
  vpnConnectionId: string
  aliUid: string
  bindUid: string
  bindInstance: string
  bindProduct: string
  creationTime: string
}
