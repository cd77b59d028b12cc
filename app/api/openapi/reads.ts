import { GET as attachFormFree } from '@/app/api/attach-form/free/route'
import { GET as attachForm } from '@/app/api/attach-form/route'
import { GET as attachmentsDependents } from '@/app/api/attachments/dependents/route'
import { GET as attachments } from '@/app/api/attachments/route'
import { GET as auditChain } from '@/app/api/audit/chain/route'
import { GET as auditChoices } from '@/app/api/audit/choices/route'
import { GET as auditGroups } from '@/app/api/audit/groups/route'
import { GET as audit } from '@/app/api/audit/route'
import { GET as cen } from '@/app/api/cen/route'
import { GET as connectionFormGateways } from '@/app/api/connection-form/gateways/route'
import { GET as connectionForm } from '@/app/api/connection-form/route'
import { GET as customerGatewaysLastReplacement } from '@/app/api/customer-gateways/last-replacement/route'
import { GET as customerGateways } from '@/app/api/customer-gateways/route'
import { GET as grantsAuthorizations } from '@/app/api/grants/authorizations/route'
import { GET as grantsOfConnection } from '@/app/api/grants/of-connection/route'
import { GET as grantsToCen } from '@/app/api/grants/to-cen/route'
import { GET as ipsecConnectionsDiagnosis } from '@/app/api/ipsec-connections/diagnosis/route'
import { GET as ipsecConnectionsHistory } from '@/app/api/ipsec-connections/history/route'
import { GET as ipsecConnectionsLastEdit } from '@/app/api/ipsec-connections/last-edit/route'
import { GET as ipsecConnectionsLogs } from '@/app/api/ipsec-connections/logs/route'
import { GET as ipsecConnectionsOne } from '@/app/api/ipsec-connections/one/route'
import { GET as ipsecConnections } from '@/app/api/ipsec-connections/route'
import { GET as ipsecConnectionsRoutes } from '@/app/api/ipsec-connections/routes/route'
import { GET as objects } from '@/app/api/objects/route'
import { GET as operationsOne } from '@/app/api/operations/one/route'
import { GET as operations } from '@/app/api/operations/route'
import { GET as peopleAllTokens } from '@/app/api/people/all-tokens/route'
import { GET as peopleFactors } from '@/app/api/people/factors/route'
import { GET as peopleInvitations } from '@/app/api/people/invitations/route'
import { GET as people } from '@/app/api/people/route'
import { GET as peopleSessions } from '@/app/api/people/sessions/route'
import { GET as peopleTokens } from '@/app/api/people/tokens/route'
import { GET as ram } from '@/app/api/ram/route'
import { GET as regions } from '@/app/api/regions/route'
import { GET as rehearsal } from '@/app/api/rehearsal/route'
import { GET as resourceGroups } from '@/app/api/resource-groups/route'
import { GET as routeTablesAssociations } from '@/app/api/route-tables/associations/route'
import { GET as routeTablesComparisonReading } from '@/app/api/route-tables/comparison/reading/route'
import { GET as routeTablesComparison } from '@/app/api/route-tables/comparison/route'
import { GET as routeTablesEntries } from '@/app/api/route-tables/entries/route'
import { GET as routeTablesLastReplacement } from '@/app/api/route-tables/last-replacement/route'
import { GET as routeTablesPropagations } from '@/app/api/route-tables/propagations/route'
import { GET as routeTables } from '@/app/api/route-tables/route'
import { GET as routingPolicies } from '@/app/api/routing-policies/route'
import { GET as transitRoutersCidrAllocations } from '@/app/api/transit-routers/cidr-allocations/route'
import { GET as transitRoutersCidrs } from '@/app/api/transit-routers/cidrs/route'
import { GET as transitRouters } from '@/app/api/transit-routers/route'
import { GET as transitRoutersService } from '@/app/api/transit-routers/service/route'
import { GET as views } from '@/app/api/views/route'

/** Every read that scripts are served, with what it gives. A test holds that none is missing. */
export const reads = {
  '/api/attachments': [attachments, 'The attachments of a transit router.'],
  '/api/attachments/dependents': [
    attachmentsDependents,
    'What hangs on an attachment and goes with it: static routes, route learning, its association.',
  ],
  '/api/audit': [audit, 'Writes of the console, one page of those that match.'],
  '/api/audit/chain': [auditChain, 'Whether every line of the audit is as it was written.'],
  '/api/audit/choices': [auditChoices, 'The accounts, people and actions that occur in the audit.'],
  '/api/cen': [cen, 'The CEN instances of the account.'],
  '/api/customer-gateways': [customerGateways, 'The customer gateways of a region.'],
  '/api/grants/authorizations': [
    grantsAuthorizations,
    'The accounts and CEN instances that may use an IPsec connection.',
  ],
  '/api/grants/of-connection': [
    grantsOfConnection,
    'The CEN instances that may attach an IPsec connection.',
  ],
  '/api/grants/to-cen': [
    grantsToCen,
    'The IPsec connections of other accounts that a CEN instance may attach.',
  ],
  '/api/ipsec-connections': [
    ipsecConnections,
    'The IPsec connections of a region, without their keys.',
  ],
  '/api/ipsec-connections/diagnosis': [
    ipsecConnectionsDiagnosis,
    'Why the last negotiation of a connection failed, per tunnel.',
  ],
  '/api/ipsec-connections/history': [
    ipsecConnectionsHistory,
    'What changed on a connection in a time.',
  ],
  '/api/ipsec-connections/last-edit': [
    ipsecConnectionsLastEdit,
    'The last edit of a connection within a day.',
  ],
  '/api/ipsec-connections/logs': [ipsecConnectionsLogs, 'Lines of the log of a connection.'],
  '/api/ipsec-connections/one': [ipsecConnectionsOne, 'One IPsec connection, without its keys.'],
  '/api/ipsec-connections/routes': [ipsecConnectionsRoutes, 'The routes of a connection.'],
  '/api/operations': [operations, 'The newest operations of the account.'],
  '/api/operations/one': [operationsOne, 'One operation with its steps.'],
  '/api/people': [people, 'Everybody who may sign in.'],
  '/api/people/invitations': [peopleInvitations, 'The invitations that nobody has accepted yet.'],
  '/api/people/factors': [peopleFactors, 'The second factors of whoever asks.'],
  '/api/people/sessions': [peopleSessions, 'The sessions of whoever asks.'],
  '/api/people/tokens': [peopleTokens, 'The API tokens of whoever asks.'],
  '/api/people/all-tokens': [peopleAllTokens, 'The API tokens of everybody.'],
  '/api/ram': [ram, 'Which actions of RAM the credentials of the account have, each tried now.'],
  '/api/regions': [regions, 'The regions the console knows.'],
  '/api/rehearsal': [rehearsal, 'The sites of a rehearsal.'],
  '/api/route-tables': [routeTables, 'The route tables of a transit router.'],
  '/api/route-tables/associations': [
    routeTablesAssociations,
    'What is associated with a route table, or a table with an attachment.',
  ],
  '/api/route-tables/entries': [routeTablesEntries, 'The routes of a route table.'],
  '/api/route-tables/last-replacement': [
    routeTablesLastReplacement,
    'The last change of the route table of an attachment within a day.',
  ],
  '/api/route-tables/propagations': [
    routeTablesPropagations,
    'What a route table learns, or the tables that learn an attachment.',
  ],
  '/api/routing-policies': [routingPolicies, 'The routing policies of a CEN instance.'],
  '/api/transit-routers': [transitRouters, 'The transit routers of a CEN instance.'],
  '/api/transit-routers/cidr-allocations': [
    transitRoutersCidrAllocations,
    'What is taken from the CIDR blocks of a transit router.',
  ],
  '/api/transit-routers/cidrs': [transitRoutersCidrs, 'The CIDR blocks of a transit router.'],
  '/api/transit-routers/service': [
    transitRoutersService,
    'Whether the account has activated the transit router service.',
  ],
  '/api/attach-form': [attachForm, 'What a router offers to the form that attaches to it.'],
  '/api/attach-form/free': [
    attachFormFree,
    'The free IPsec connections that a router can attach, a page at a time.',
  ],
  '/api/connection-form': [connectionForm, 'What the form of a connection compares with.'],
  '/api/connection-form/gateways': [
    connectionFormGateways,
    'The customer gateways of a region that match.',
  ],
  '/api/route-tables/comparison': [
    routeTablesComparison,
    'What an attachment loses, keeps and gains by another route table, a page at a time.',
  ],
  '/api/route-tables/comparison/reading': [
    routeTablesComparisonReading,
    'How two route tables differ, in numbers.',
  ],
  '/api/audit/groups': [
    auditGroups,
    'Operations and single writes of the audit, a page at a time.',
  ],
  '/api/customer-gateways/last-replacement': [
    customerGatewaysLastReplacement,
    'The last replacement of a customer gateway of a region within a day.',
  ],
  '/api/objects': [objects, 'The names of objects whose ids are known.'],
  '/api/resource-groups': [resourceGroups, 'The resource groups of the account.'],
  '/api/views': [views, 'The views that whoever asks keeps of a table.'],
} as const
