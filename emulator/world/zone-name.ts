import { regions } from './regions'

/** What a zone is called in zh-cn, en-us or ja: the city and the zone's letter. */
export function zoneName(regionId: string, zoneId: string, language: string): string {
  const { name = regionId, nameZh = regionId } = regions[regionId] ?? {}
  const letter = zoneId.slice(-1).toUpperCase()
  if (language === 'zh-cn') return `${city(nameZh)} 可用区${letter}`
  return `${city(name)} ${language === 'ja' ? 'ゾーン' : 'Zone '}${letter}`
}

// The part in brackets; a region without brackets is its city.
function city(name: string): string {
  return /[（(](.+)[）)]/.exec(name)?.[1] ?? name
}
