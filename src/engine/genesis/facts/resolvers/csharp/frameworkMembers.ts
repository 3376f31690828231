/** Members that objects of .NET's own libraries have: an extension method of that name may not be the one that is called. */
export const frameworkMembers: ReadonlySet<string> = new Set(
  `
Add AddOrUpdate AddRange Aggregate All Any Append AppendFormat AppendJoin AppendLine AppendText AsEnumerable
AsQueryable AsReadOnly AsSpan Average BeginInvoke BinarySearch Build Cast Clear Clone Close Compare CompareTo
Concat ConfigureAwait Contains ContainsKey ContainsValue Convert Copy CopyTo CopyToAsync Count Create
CreateInstance Delete DeleteAsync Dequeue Deserialize DeserializeAsync Dispose DisposeAsync Distinct Draw
DrawImage DrawLine DrawString DrawText ElementAt EndInvoke EndsWith Enqueue EnsureCapacity Equals Except
Execute ExecuteAsync ExecuteNonQuery ExecuteReader ExecuteScalar Exists Fill FillPath FillRectangle Find
FindAll FindAsync FindIndex FindLast First FirstAsync FirstOrDefault FirstOrDefaultAsync Flush FlushAsync
ForEach Format From FromBase64String FromResult Get GetAsync GetAttribute GetAwaiter GetByteCount GetBytes
GetChars GetConstructor GetCustomAttribute GetCustomAttributes GetElementsByTagName GetEncoder GetEncoding
GetEnumerator GetField GetFields GetFiles GetHashCode GetInt32 GetItem GetLength GetMember GetMembers
GetMethod GetMethods GetName GetObject GetOrAdd GetProperties GetProperty GetRequiredService GetResponse
GetResponseAsync GetResult GetSection GetService GetStream GetString GetType GetTypes GetValue
GetValueOrDefault GetValues GroupBy GroupJoin Include IndexOf Insert InsertRange Intersect Invoke InvokeAsync
IsDefined IsInstanceOfType IsMatch Join Last LastIndexOf LastOrDefault Load
LoadAsync Log LogDebug LogError LogInformation LogTrace LogWarning LongCount Map Match Matches Max Merge Min
Move MoveNext Next NextBytes Normalize OfType Open OpenAsync OpenRead OrderBy OrderByDescending PadLeft
PadRight Parse Peek Pop Post PostAsync Prepend Print Push Put PutAsync Range Read ReadAllBytes ReadAllLines
ReadAllText ReadAsStringAsync ReadAsync ReadByte ReadBytes ReadLine ReadLineAsync ReadToEnd ReadToEndAsync
Refresh Register Remove RemoveAll RemoveAt RemoveRange Repeat Replace Reset Resize Resolve Reverse Rotate
Round Run Save SaveAsync SaveChanges SaveChangesAsync Seek Select SelectMany Send SendAsync SequenceEqual
Serialize SerializeAsync Set SetAttribute SetField SetItem SetValue Show ShowDialog Single SingleAsync
SingleOrDefault Skip SkipWhile Sort Split Start StartNew StartsWith Stop Substring Sum Take TakeWhile ThenBy
ThenByDescending ThenInclude ToArray ToArrayAsync ToBase64String ToCharArray ToDictionary ToHashSet ToList
ToListAsync ToLookup ToLower ToLowerInvariant ToString ToUpper ToUpperInvariant Trim TrimEnd TrimStart TryAdd
TryGetValue TryParse TryRemove Union Update Use Validate Wait WaitAsync WaitOne When Where With Write
WriteAllBytes WriteAllText WriteAsync WriteByte WriteLine WriteLineAsync Zip
`
    .trim()
    .split(/\s+/),
);
