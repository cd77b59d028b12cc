/** Codes by which a call says that another change is under way. Terraform provider, retries per resource. */
export const busy = {
  attachment: ['IncorrectStatus.Status', 'IncorrectStatus.ResourceStatus', 'Operation.Blocking'],
  newAttachment: ['OperationFailed.AllocateCidrFailed', 'IncorrectStatus.Status'],
  binding: ['IncorrectStatus.Status', 'IncorrectStatus.AttachmentOrRouteTable'],
  route: ['IncorrectStatus.Status', 'InstanceStatus.NotSupport'],
  connection: [
    'Appliance.Configuring',
    'VpnGateway.Configuring',
    'VpnTask.CONFLICT',
    'VpnConnection.Configuring',
  ],
} as const
