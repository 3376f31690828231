import './styles/panel.css';
import './app/genesisApp';
