// Alibaba: Regions that support different features of IPsec-VPN. Advice only: the list grows, and the cloud
// has the last word.
const ATTACHABLE_REGIONS: readonly string[] = [
  'cn-hangzhou',
  'cn-shanghai',
  'cn-qingdao',
  'cn-beijing',
  'cn-zhangjiakou',
  'cn-huhehaote',
  'cn-wulanchabu',
  'cn-shenzhen',
  'cn-heyuan',
  'cn-guangzhou',
  'cn-chengdu',
  'cn-nanjing',
  'cn-wuhan-lr',
  'cn-zhongwei',
  'cn-hongkong',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ap-southeast-8',
  'eu-central-1',
  'eu-west-1',
  'us-east-1',
  'us-west-1',
  'na-south-1',
  'me-east-1',
  'me-central-1',
]

/** Whether IPsec connections of the region are known to attach to transit routers. */
export const attachesIn = (regionId: string): boolean => ATTACHABLE_REGIONS.includes(regionId)
