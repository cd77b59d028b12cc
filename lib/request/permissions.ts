/** What an action may need. Each server action and each GET handler names one of these. */
export type Permission =
  | 'read'
  | 'secrets.reveal'
  | 'attachments.write'
  | 'cen.write'
  | 'customer-gateways.write'
  | 'grants.write'
  | 'ipsec-connections.write'
  | 'operations.write'
  | 'preferences.write'
  | 'route-tables.write'
  | 'tags.write'
  | 'transit-routers.write'
