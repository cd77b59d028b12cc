import { local } from '@/lib/cloud/failure'
import { CloudError } from '@/lib/failure/errors'

// Alibaba: Regions and zones; endpoints of the VPC service. A region that is not here is not called: what came
// from outside never becomes part of an address.
const REGIONS = `
  cn-qingdao cn-beijing cn-zhangjiakou cn-huhehaote cn-wulanchabu cn-hangzhou cn-shanghai cn-nanjing cn-fuzhou
  cn-shenzhen cn-heyuan cn-guangzhou cn-chengdu cn-wuhan-lr cn-zhongwei cn-hongkong
  ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-3 ap-southeast-5 ap-southeast-6 ap-southeast-7
  ap-southeast-8 eu-central-1 eu-west-1 us-east-1 us-west-1 us-southeast-1 na-south-1 me-east-1 me-central-1
  cn-beijing-finance-1 cn-hangzhou-finance cn-shanghai-finance-1 cn-shenzhen-finance-1 cn-north-2-gov-1`

// SDK 7.3.2, the client's table: these are served by the first endpoint of all.
const CENTRAL: readonly string[] = [
  'cn-hangzhou',
  'cn-hangzhou-finance',
  'cn-shanghai-finance-1',
  'cn-shenzhen-finance-1',
  'cn-north-2-gov-1',
]

const VPC_ENDPOINTS: ReadonlyMap<string, string> = new Map(
  REGIONS.trim()
    .split(/\s+/)
    .map((regionId) => [
      regionId,
      CENTRAL.includes(regionId) ? 'vpc.aliyuncs.com' : `vpc.${regionId}.aliyuncs.com`,
    ]),
)

/** Alibaba: CBN is a central service, one endpoint for all regions. */
export const CBN_ENDPOINT = 'cbn.aliyuncs.com'

/** Alibaba: Resource Management, endpoints: one for all regions. */
export const RESOURCE_MANAGER_ENDPOINT = 'resourcemanager.aliyuncs.com'

/** Whether the console knows where the region's VPC service answers. */
export const hasEndpoint = (regionId: string): boolean => VPC_ENDPOINTS.has(regionId)

/** Where the VPC service of a region answers. @throws CloudError `UnknownRegion`, refused: nothing is sent. */
export function vpcEndpoint(regionId: string): string {
  const endpoint = VPC_ENDPOINTS.get(regionId)
  if (endpoint === undefined) throw new CloudError(local('UnknownRegion', 'refused'))
  return endpoint
}
