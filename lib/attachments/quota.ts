/** Guide, Limits: VPN attachments per transit router, unless the quota was raised. */
export const VPN_ATTACHMENT_QUOTA = 50
