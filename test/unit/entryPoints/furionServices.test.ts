import { checkRoutes } from './checkRoutes';

const base = `using Furion.DynamicApiController;

namespace Shop.Core;

public class RecordService<T> : IDynamicApiController where T : class
{
    public virtual async Task<T> GetDetail(long id) => await Find(id);

    [ApiDescriptionSettings(Name = "Delete"), HttpPost]
    public virtual async Task<bool> Delete(long id) => true;
}
`;
const cups = `namespace Shop.Core;

[ApiDescriptionSettings(Order = 100)]
public class ShopCupService : RecordService<Cup>
{
    public ShopCupService(Repository cups) { }

    public async Task<List<Cup>> GetCupList([FromQuery] CupInput input) => await cups.List(input);

    [AllowAnonymous]
    public async Task AddCup(CupInput input) { }

    public override async Task<Cup> GetDetail(long id) => await Find(id);

    [HttpGet("/health")]
    public string Health() => "ok";

    [NonAction]
    public void Forget() { }

    private void Count() { }
}

[Route("api/old/[controller]")]
[DynamicApiController]
public class PlateService
{
    public void Wash() { }
}

[ApiDescriptionSettings("Shop", Module = "shop", Name = "boxes")]
public class ParcelBoxService : IDynamicApiController
{
    public string Query(string name, int page) => name;
}
`;

describe('services of Furion', () => {
  it('are served by their names, split by dashes', () =>
    checkRoutes(
      { 'Core/RecordService.cs': base, 'Core/Cups.cs': cups },
      [
        'GET /api/shop-cup/cup-list Core/Cups.cs:8',
        'POST /api/shop-cup/cup Core/Cups.cs:11',
        'GET /api/shop-cup/detail/{id} Core/Cups.cs:13',
        'GET /health Core/Cups.cs:16',
        'POST /api/shop-cup/delete/{id} Core/RecordService.cs:10',
        'POST /api/old/plate/wash Core/Cups.cs:28',
        'GET /api/shop/boxes/{name}/{page} Core/Cups.cs:34',
      ],
      true,
    ));

  it('are named as their settings say', () =>
    checkRoutes(
      {
        'Core/RecordService.cs': base,
        'Core/Cups.cs': cups,
        'App.json': `{
  "DynamicApiControllerSettings": {
    //"DefaultRoutePrefix": "rest", // as usual
    "CamelCaseSeparator": "",
    "SplitCamelCase": false, // as it is written
    "LowercaseRoute": false,
    "AsLowerCamelCase": true
  }
}
`,
      },
      [
        'GET /api/shopCup/cupList',
        'POST /api/shopCup/cup',
        'GET /api/shopCup/detail/{id}',
        'GET /health',
        'POST /api/shopCup/delete/{id}',
        'POST /api/old/plate/wash',
        'GET /api/shop/boxes/{name}/{page}',
      ],
    ));
});
