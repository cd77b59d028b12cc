/** An Alibaba Cloud account and its one access key. */
export interface Account {
  readonly uid: number
  readonly name: string
  readonly accessKeyId: string
  readonly accessKeySecret: string
}

export const accounts: readonly Account[] = [
  {
    uid: 1_000_000_000_000_001,
    name: 'main',
    accessKeyId: 'emulator-main',
    accessKeySecret: 'emulator-main-secret',
  },
  {
    uid: 1_000_000_000_000_002,
    name: 'partner',
    accessKeyId: 'emulator-partner',
    accessKeySecret: 'emulator-partner-secret',
  },
]
