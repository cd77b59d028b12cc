import 'server-only'
// Every kind of operation: a process that runs operations imports this list. Only this file of the folder knows resources.
import '@/lib/approvals/call'
import '@/lib/attachments/delete-operation'
import '@/lib/attachments/operation'
import '@/lib/connection-edit/operation'
import '@/lib/gateway-replacement/operation'
import '@/lib/route-tables/operation'
