import { checkPrefixes } from './checkRoutes';

const host = (call: string): string => `using Volo.Abp.AspNetCore.Mvc;
namespace Shop;
public class ShopHostModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpAspNetCoreMvcOptions>(options => { ${call} });
    }
}
`;
const files = (call: string): Record<string, string> => ({
  'host/Shop.Host.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>',
  'host/ShopHostModule.cs': host(call),
  'app/Shop.Application.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>',
  'app/ShopApplicationModule.cs': 'namespace Shop;\npublic class ShopApplicationModule : AbpModule { }\n',
  'app/ShopAppService.cs': `using Volo.Abp.Application.Services;
namespace Shop;
public abstract class ShopAppService : ApplicationService
{
    public Task<string> GetVersionAsync() => Task.FromResult("1");
}
`,
  'app/Orders/OrderAppService.cs': `using Volo.Abp.Application.Services;
namespace Shop.Orders;
[Authorize]
public class OrderAppService : ShopAppService, IOrderAppService
{
    public OrderAppService(IOrders orders) { }
    public async Task<OrderDto> GetAsync(Guid id) => null;
    public async Task<List<OrderDto>> GetListAsync(OrderInput input) => null;
    public async Task CancelOrderAsync(Guid id, string reason) { }
    public async Task AddLineAsync(Guid id, Guid productId) { }
    [HttpGet("api/totals")]
    public async Task<int> SumAsync() => 0;
    [RemoteService(IsEnabled = false)]
    public async Task<int> HiddenAsync() => 0;
    private async Task<int> OwnAsync() => 0;
}
`,
  'app/Tags/TagAppService.cs': `namespace Shop.Tags;
public class TagAppService : CrudAppService<Tag, TagDto, Guid>, ITagAppService
{
    public override Task DeleteAsync(Guid id) => null;
}
`,
  'app/Tags/TagReader.cs':
    'namespace Shop.Tags;\npublic class TagReaderService : ITagReader { public void Read() { } }\n',
});

const rest = (root: string): string[] => [
  `GET ${root}/order/version`,
  `GET ${root}/order/{id}`,
  `GET ${root}/order`,
  `POST ${root}/order/{id}/cancel-order`,
  `POST ${root}/order/{id}/line/{productId}`,
  `GET ${root}/tag`,
  `GET ${root}/tag/{id}`,
  `POST ${root}/tag`,
  `PUT ${root}/tag/{id}`,
  `DELETE ${root}/tag/{id}`,
];

describe('application services of ABP', () => {
  it('are served under the names of their methods', async () => {
    const create = 'options.ConventionalControllers.Create(typeof(ShopApplicationModule).Assembly';
    await checkPrefixes(files(`${create});`), [...rest('/api/app'), 'GET /api/totals']);
    await checkPrefixes(files(`${create}, opts => { opts.RootPath = "shop"; });`), [
      ...rest('/api/shop'),
      'GET /api/totals',
    ]);
    await checkPrefixes(files(`${create}, opts => { opts.RootPath = Consts.Root; });`), [
      ...rest('…'),
      'GET /api/totals',
    ]);
  });

  it('have no routes where no program serves them', () => checkPrefixes(files(''), []));

  it('are served below the name of a module by ASP.NET Boilerplate', () =>
    checkPrefixes(
      {
        'host/Shop.Host.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>',
        'host/HostModule.cs': `public class HostModule : AbpModule
{
    public override void PreInitialize() =>
        Configuration.Modules.AbpAspNetCore().CreateControllersForAppServices(typeof(ShopModule).GetAssembly());
}
`,
        'app/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>',
        'app/ShopModule.cs': 'public class ShopModule : AbpModule { }\n',
        'app/UserAppService.cs': `public class UserAppService : AsyncCrudAppService<User, UserDto, long>, IUserAppService
{
    public async Task<List<RoleDto>> GetRoles() => null;
    public async Task ActivateAsync(long id) { }
}
`,
      },
      [
        'GET /api/services/app/User/GetRoles',
        'POST /api/services/app/User/Activate',
        'GET /api/services/app/User/Get',
        'GET /api/services/app/User/GetAll',
        'POST /api/services/app/User/Create',
        'PUT /api/services/app/User/Update',
        'DELETE /api/services/app/User/Delete',
      ],
    ));
});
