/** A region where IPsec connections attach to transit routers. Alibaba: regions that support different features of IPsec-VPN. */
interface Region {
  readonly name: string
  readonly nameZh: string
  /** Letters of the zones that take gateways. */
  readonly zones: string
}

export const regions: Readonly<Record<string, Region>> = {
  'cn-hangzhou': { name: 'China (Hangzhou)', nameZh: '华东1（杭州）', zones: 'ghijk' },
  'cn-shanghai': { name: 'China (Shanghai)', nameZh: '华东2（上海）', zones: 'bdefgklmn' },
  'cn-qingdao': { name: 'China (Qingdao)', nameZh: '华北1（青岛）', zones: 'bc' },
  'cn-beijing': { name: 'China (Beijing)', nameZh: '华北2（北京）', zones: 'acefghijkl' },
  'cn-zhangjiakou': { name: 'China (Zhangjiakou)', nameZh: '华北3（张家口）', zones: 'abc' },
  'cn-huhehaote': { name: 'China (Hohhot)', nameZh: '华北5（呼和浩特）', zones: 'ab' },
  'cn-wulanchabu': { name: 'China (Ulanqab)', nameZh: '华北6（乌兰察布）', zones: 'abc' },
  'cn-shenzhen': { name: 'China (Shenzhen)', nameZh: '华南1（深圳）', zones: 'adef' },
  'cn-heyuan': { name: 'China (Heyuan)', nameZh: '华南2（河源）', zones: 'ab' },
  'cn-guangzhou': { name: 'China (Guangzhou)', nameZh: '华南3（广州）', zones: 'ab' },
  'cn-chengdu': { name: 'China (Chengdu)', nameZh: '西南1（成都）', zones: 'ab' },
  'cn-nanjing': {
    name: 'China (Nanjing - Local Region)',
    nameZh: '华东5（南京-本地地域）',
    zones: 'a',
  },
  // Zones of the two, and of Johor, are not published.
  'cn-wuhan-lr': {
    name: 'China (Wuhan - Local Region)',
    nameZh: '华中1（武汉-本地地域）',
    zones: 'ab',
  },
  'cn-zhongwei': { name: 'China (Zhongwei)', nameZh: '西北1（中卫）', zones: 'ab' },
  'cn-hongkong': { name: 'China (Hong Kong)', nameZh: '中国香港', zones: 'bcd' },
  'ap-northeast-1': { name: 'Japan (Tokyo)', nameZh: '日本（东京）', zones: 'abc' },
  'ap-northeast-2': { name: 'South Korea (Seoul)', nameZh: '韩国（首尔）', zones: 'a' },
  'ap-southeast-1': { name: 'Singapore', nameZh: '新加坡', zones: 'abc' },
  'ap-southeast-3': { name: 'Malaysia (Kuala Lumpur)', nameZh: '马来西亚（吉隆坡）', zones: 'ab' },
  'ap-southeast-8': { name: 'Malaysia (Johor)', nameZh: '马来西亚（柔佛）', zones: 'ab' },
  'ap-southeast-5': { name: 'Indonesia (Jakarta)', nameZh: '印度尼西亚（雅加达）', zones: 'abc' },
  'ap-southeast-6': { name: 'Philippines (Manila)', nameZh: '菲律宾（马尼拉）', zones: 'a' },
  'ap-southeast-7': { name: 'Thailand (Bangkok)', nameZh: '泰国（曼谷）', zones: 'a' },
  'eu-central-1': { name: 'Germany (Frankfurt)', nameZh: '德国（法兰克福）', zones: 'abc' },
  'eu-west-1': { name: 'UK (London)', nameZh: '英国（伦敦）', zones: 'ab' },
  'us-east-1': { name: 'US (Virginia)', nameZh: '美国（弗吉尼亚）', zones: 'ab' },
  'us-west-1': { name: 'US (Silicon Valley)', nameZh: '美国（硅谷）', zones: 'ab' },
  'na-south-1': { name: 'Mexico', nameZh: '墨西哥', zones: 'ab' },
  'me-east-1': { name: 'UAE (Dubai)', nameZh: '阿联酋（迪拜）', zones: 'ab' },
  'me-central-1': { name: 'SAU (Riyadh - Partner Region)', nameZh: '沙特（利雅得）', zones: 'ab' },
}

/** The zone ids of a region; none for an unknown one. Only mainland China has a hyphen before the letter. */
export function zonesOf(regionId: string): string[] {
  const letters = regions[regionId]?.zones ?? ''
  return Array.from(
    letters,
    (letter) => `${regionId}${regionId.startsWith('cn-') ? '-' : ''}${letter}`,
  )
}

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
