/** A resource group, by which an account divides its resources. */
export interface ResourceGroup {
  resourceGroupId: string
  /** What people call it. */
  displayName: string
}
