/** An IPsec connection's id as the cloud makes them; anything else cannot exist and is not asked for. */
export const isConnectionId = (text: string): boolean => /^vco-[a-z0-9]{1,64}$/.test(text)
