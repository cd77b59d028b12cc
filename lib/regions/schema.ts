export interface Region {
  regionId: string
  localName: string
}

export interface Zone {
  zoneId: string
  localName: string
}

/** The languages the cloud names regions in. */
export type CloudLanguage = 'en-US' | 'zh-CN'
