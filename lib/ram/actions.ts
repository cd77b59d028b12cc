import {
  cbnOperations,
  type Declared,
  resourceManagerOperations,
  vpcOperations,
} from '@/lib/cloud/operations'

type Product = 'cen' | 'vpc' | 'resourcemanager'

/** An operation as RAM knows it. */
export interface NamedOperation {
  product: Product
  /** In the SDK. */
  name: string
  /** In RAM: `cen:CreateTransitRouter`. Alibaba: the action of RAM is the operation, below the product's code. */
  action: string
  declared: Declared
}

const named = (product: Product, operations: Record<string, Declared>): NamedOperation[] =>
  Object.entries(operations).map(([name, declared]) => ({
    product,
    name,
    action: `${product}:${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    declared,
  }))

/** All that the console calls. */
export const ramActions: readonly NamedOperation[] = [
  ...named('cen', cbnOperations),
  ...named('vpc', vpcOperations),
  ...named('resourcemanager', resourceManagerOperations),
]
