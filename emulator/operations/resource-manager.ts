import { ListResourceGroups } from './resource-manager/list-resource-groups'

/** The operations of Resource Management 2020-03-31, by action name. */
export const resourceManager = { ListResourceGroups }
