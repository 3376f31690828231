import type { Member, MemberRole } from '../../../shared/project';
import type { Database } from '../../storage/database';

interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly joinedAt: number;
}

const selected = `SELECT user_id AS userId, name, email, role, joined_at AS joinedAt
  FROM members JOIN users ON users.id = members.user_id`;

/** SQL of members and of the users that they are. */
export class MemberStore {
  constructor(private readonly db: Database) {}

  list(projectId: string): Member[] {
    return this.db
      .all<MemberRow>(`${selected} WHERE project_id = ? ORDER BY joined_at, user_id`, [projectId])
      .map(toMember);
  }

  find(projectId: string, userId: string): Member | undefined {
    const row = this.db.get<MemberRow>(`${selected} WHERE project_id = ? AND user_id = ?`, [projectId, userId]);
    return row && toMember(row);
  }

  add(projectId: string, userId: string, role: MemberRole, now: number): void {
    this.db.run('INSERT INTO members (project_id, user_id, role, joined_at) VALUES (?, ?, ?, ?)', [
      projectId,
      userId,
      role,
      now,
    ]);
  }

  remove(projectId: string, userId: string): void {
    this.db.run('DELETE FROM members WHERE project_id = ? AND user_id = ?', [projectId, userId]);
  }

  /** Addresses differ in more than the case of their letters. */
  findUser(email: string): { id: string } | undefined {
    return this.db.get('SELECT id FROM users WHERE email = ?', [email]);
  }

  addUser(user: { id: string; name: string; email: string }, now: number): void {
    this.db.run('INSERT INTO users (id, name, email, created_at) VALUES (?, ?, ?, ?)', [
      user.id,
      user.name,
      user.email,
      now,
    ]);
  }

  hasUser(id: string): boolean {
    return this.db.get('SELECT 1 FROM users WHERE id = ?', [id]) !== undefined;
  }

  /** A user who belongs to no project is not kept, nor are their keys; the user of this machine stays. */
  deleteUnusedUsers(ownerEmail: string): void {
    this.db.run(
      `DELETE FROM users WHERE email <> ? AND NOT EXISTS (SELECT 1 FROM members WHERE members.user_id = users.id)`,
      [ownerEmail],
    );
  }

  countProjects(): number {
    return this.db.get<{ count: number }>('SELECT count(*) AS count FROM projects')?.count ?? 0;
  }

  /** Role in each project that the user is a member of. */
  rolesOf(userId: string): Record<string, MemberRole> {
    const rows = this.db.all<{ projectId: string; role: MemberRole }>(
      'SELECT project_id AS projectId, role FROM members WHERE user_id = ?',
      [userId],
    );
    return Object.fromEntries(rows.map(({ projectId, role }) => [projectId, role]));
  }
}

function toMember(row: MemberRow): Member {
  return { ...row, joinedAt: new Date(row.joinedAt).toISOString() };
}
