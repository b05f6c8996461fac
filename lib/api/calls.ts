import type { Call } from "#lib/api/call";
import { importCatalogCall } from "#lib/api/catalog";
import { findPersonCall, listPeopleCall, putPersonCall } from "#lib/api/people";
import { searchCall, searchTextCall } from "#lib/api/search";
import {
  findDependenciesCall,
  findOwnershipCall,
  findServiceCall,
  listServicesCall,
  putServiceCall,
  retireServiceCall,
} from "#lib/api/services";
import { findTeamCall, listTeamsCall, putTeamCall } from "#lib/api/teams";

/** Every call of the REST interface, in the order in which a reader meets them. */
export const calls: readonly Call[] = [
  listServicesCall,
  findServiceCall,
  putServiceCall,
  retireServiceCall,
  findOwnershipCall,
  findDependenciesCall,
  listTeamsCall,
  findTeamCall,
  putTeamCall,
  listPeopleCall,
  findPersonCall,
  putPersonCall,
  searchCall,
  searchTextCall,
  importCatalogCall,
];
